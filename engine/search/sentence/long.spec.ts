import { describeLanguage } from '../testing/languages';

describeLanguage('en', {
  reads: [
    // A slash between two of a kind.
    ['paused/stopped in shop', 'Status is Paused or Stopped, Project is shop'],
    ['rhel/fedora VMs', 'Operating system is RHEL or Fedora'],
    ['worker-1/worker-2 running', 'Node is worker-1 or worker-2, Status is Running'],
    ['shop/staging errors', 'Project is shop or staging, Status is Error'],
    // What was pasted from a console or a terminal.
    ['prod-web/web-0*', 'Project is prod-web, Name is web-0*'],
    ['shop/*', 'Project is shop'],
    ['node/worker-1', 'Node is worker-1'],
    ['namespace/shop', 'Project is shop'],
    [
      'https://console.shop.example/k8s/ns/shop/kubevirt.io~v1~VirtualMachine/cart/yaml',
      'Project is shop, Name is cart',
    ],
    ['/k8s/ns/shop/kubevirt.io~v1~VirtualMachineInstance/cart', 'Project is shop, Name is cart'],
    ['/k8s/ns/shop/kubevirt.io~v1~VirtualMachine', 'Project is shop'],
    ['/k8s/cluster/nodes/worker-2', 'Node is worker-2'],
    ['/apis/kubevirt.io/v1/namespaces/shop/virtualmachines/cart', 'Project is shop, Name is cart'],
    ['virt-launcher-cart-x7k2p', 'Name is cart'],
    ['kubectl describe vm cart -n shop', 'Name is cart, Project is shop'],
    ['oc get vmi -A -o wide | grep worker-3', 'Node is worker-3'],
  ],
  refuses: [
    ['stopped/windows', 'not_understood'],
    ['frozzled/paused', 'not_understood'],
    ['shop/frozzled*, paused', 'not_understood'],
    ['/k8s/ns/shop/pods/frozzled', 'not_understood'],
    ['kubectl delete vm cart -n shop', 'out_of_scope'],
    ['virt-launcher-frozzled-x7k2p', 'not_understood'],
  ],
});
